"""The subcommands, one file each: `add(subparsers)` declares it, `run(arguments)` returns an exit code."""
