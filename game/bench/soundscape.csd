; The soundscape of soundscape/world.toml as csound would make it: wind that gusts in bands; rain, a bed and 180 drops a
; second, each one of 64 taps made beforehand, at its own place on the pane; a pad whose tones are six pairs of partials,
; breathing at 6 a minute; a bowl of 10 modes; a reverb of 16 delay lines; a meter of loudness (ITU-R BS.1770) that holds
; the level; a limiter that looks ahead. Pad and bowl play the notes that our score plays there
; (tests/game/bench/test_soundscape.py). Opcodes written in C throughout; ksmps = 512 was the fastest of 128 to 2048.
<CsoundSynthesizer>
<CsOptions>
-n -d -m0
</CsOptions>
<CsInstruments>
sr = 48000
ksmps = 512
nchnls = 2
0dbfs = 1

giSine ftgen 1, 0, 16384, 10, 1
gaLeft init 0
gaRight init 0
gaRoomLeft init 0
gaRoomRight init 0

opcode Gusts, a, k
  kGust xin
  aNoise noise 0.3, 0
  aLow butterbp aNoise, 90, 120
  aMiddle butterbp aNoise, 350 + 150 * kGust, 400
  aHigh butterbp aNoise, 1100 + 600 * kGust, 1200
  aAir butterbp aNoise, 4000, 4000
  xout aLow * kGust + aMiddle * kGust ^ 1.5 + aHigh * kGust ^ 2 + aAir * 0.3 * kGust ^ 2.4
endop

instr Wind
  kLeft jspline 0.4, 0.1, 0.5
  kRight jspline 0.4, 0.1, 0.5
  aLeft Gusts 0.6 + kLeft
  aRight Gusts 0.6 + kRight
  gaLeft += aLeft * 0.1
  gaRight += aRight * 0.1
  gaRoomLeft += aLeft * 0.02
  gaRoomRight += aRight * 0.02
endin

giTaps = 100
giTap = 0
while giTap < 64 do
  giTable ftgen giTaps + giTap, 0, 2048, 2, 0
  giHz random 1500, 6000
  giOver random 1.3, 1.8
  giAt = 0
  while giAt < 1200 do
    giRing = sin(2 * $M_PI * giHz * giAt / sr) + 0.5 * sin(2 * $M_PI * giOver * giHz * giAt / sr)
    giClick random -1, 1
    giFall = exp(-giAt / sr / 0.003)
    tableiw giFall * (0.3 * giRing + 0.8 * giClick), giAt, giTable
    giAt += 1
  od
  giTap += 1
od

opcode Bed, a, 0
  kSway jspline 0.2, 0.2, 1
  kAir jspline 0.12, 0.3, 2
  aBed noise 0.05, 0
  aBed butterhp aBed, 400
  aBed tone aBed, 3500
  aAir tone aBed, 900 * (1 + kAir)
  xout aBed * (1 + kSway) + aAir
endop

; It lets one drop fall in a block at most; so two of them let half fall each.
opcode Fall, 0, 0
  kFalls dust 1, 90
  kWhich random 0, 64
  kPlace random 0, 1
  kNear random 0.3, 1
  schedkwhen kFalls, 0, 0, "Drop", 0, 1200 / sr, kWhich, kPlace, 0.02 / kNear
endop

instr Rain
  aLeft Bed
  aRight Bed
  gaLeft += aLeft * 0.3
  gaRight += aRight * 0.3
  gaRoomLeft += aLeft * 0.1
  gaRoomRight += aRight * 0.1
  Fall
  Fall
endin

instr Drop
  aTap oscili p6, sr / 2048, giTaps + int(p4)
  gaLeft += aTap * sqrt(1 - p5)
  gaRight += aTap * sqrt(p5)
endin

opcode Partial, aa, iik
  iHz, iOrder, kCut xin
  iApart random 0.03, 0.1
  kOne jspline 0.16, 0.05, 0.2
  kTwo jspline 0.16, 0.05, 0.2
  kGain = 0.02 * iOrder ^ -0.9 / sqrt(1 + (iHz * iOrder / kCut) ^ 4)
  aOne oscili kGain * (1 + kOne), iHz * iOrder - iApart * iOrder ^ 0.3, giSine
  aTwo oscili kGain * (1 + kTwo), iHz * iOrder + iApart * iOrder ^ 0.3, giSine
  xout aOne, aTwo
endop

instr Pad
  kBreath oscili 0.5, 0.1, giSine
  kCut = 785 * (0.81 + 0.38 * kBreath)
  aOne, aTwo Partial p4, 1, kCut
  aThree, aFour Partial p4, 2, kCut
  aFive, aSix Partial p4, 3, kCut
  aSeven, aEight Partial p4, 4, kCut
  aNine, aTen Partial p4, 5, kCut
  aEleven, aTwelve Partial p4, 6, kCut
  aSwell linseg 0, 4, 1, p3 - 11, 1, 7, 0
  aSwell *= 0.75 + 0.5 * kBreath
  aLeft = aSwell * (aOne + aThree + aFive + aSeven + aNine + aEleven)
  aRight = aSwell * (aTwo + aFour + aSix + aEight + aTen + aTwelve)
  gaLeft += aLeft * 0.9 + aRight * 0.4
  gaRight += aLeft * 0.4 + aRight * 0.9
  gaRoomLeft += aLeft * 0.3
  gaRoomRight += aRight * 0.3
endin

opcode Mode, a, iii
  iHz, iRing, iAmp xin
  aFall expon iAmp, iRing, iAmp * 0.001
  aOne oscili aFall, iHz * 0.9961, giSine
  aTwo oscili aFall, iHz * 1.0039, giSine
  xout aOne + aTwo
endop

instr Bowl
  aFirst Mode p4, 26, 0.06
  aSecond Mode p4 * 2.778, 16, 0.027
  aThird Mode p4 * 5.181, 7.8, 0.016
  aFourth Mode p4 * 8.163, 4.2, 0.006
  aFifth Mode p4 * 11.66, 2.6, 0.0024
  aSoft linseg 0, 0.06, 1, 1, 1
  aTone = aSoft * (aFirst + aSecond + aThird + aFourth + aFifth)
  gaLeft += aTone * 0.4
  gaRight += aTone * 0.4
  gaRoomLeft += aTone * 0.3
  gaRoomRight += aTone * 0.3
endin

opcode Heard, k, a
  aIn xin
  aShelf biquad aIn, 1.53512485958697, -2.69169618940638, 1.19839281085285, 1, -1.69065929318241, 0.73248077421585
  aLow biquad aShelf, 1, -2, 1, 1, -1.99004745483398, 0.99007225036621
  kLevel rms aLow
  xout kLevel
endop

instr Out
  aOneLeft, aOneRight reverbsc gaRoomLeft, gaRoomRight, 0.88, 7000
  aTwoLeft, aTwoRight reverbsc gaRoomRight, gaRoomLeft, 0.82, 5000
  aLeft = gaLeft + 0.5 * (aOneLeft + aTwoLeft)
  aRight = gaRight + 0.5 * (aOneRight + aTwoRight)
  aLeft dcblock2 aLeft
  aRight dcblock2 aRight
  kLeft Heard aLeft
  kRight Heard aRight
  kGain port 0.0767 / (0.001 + sqrt(kLeft ^ 2 + kRight ^ 2)), 30, 1
  aLeft *= kGain
  aRight *= kGain
  aLeft compress2 aLeft, aLeft, -90, -6, -6, 100, 0.001, 0.08, 0.002
  aRight compress2 aRight, aRight, -90, -6, -6, 100, 0.001, 0.08, 0.002
  outs aLeft, aRight
  clear gaLeft, gaRight, gaRoomLeft, gaRoomRight
endin

; Some notes last longer than the time that is measured.
instr End
  exitnow
endin
</CsInstruments>
<CsScore>
i "Wind" 0 $SECONDS
i "Rain" 0 $SECONDS
i "Pad" 0.0 49.6 110.00
i "Pad" 0.4 19.3 165.00
i "Pad" 0.7 19.0 247.50
i "Pad" 1.1 28.9 330.00
i "Bowl" 2.5 26 220.00
i "Pad" 10.6 28.8 183.33
i "Pad" 10.9 28.5 275.00
i "Bowl" 11.8 26 220.00
i "Pad" 21.3 38.7 440.00
i "Pad" 30.5 44.4 165.00
i "Pad" 30.9 18.7 247.50
i "Bowl" 31.4 26 220.00
i "Pad" 40.1 35.8 123.75
i "Pad" 40.8 34.1 220.00
i "Pad" 51.2 18.1 247.50
i "Bowl" 52.5 26 247.50
i "Pad" 61.3 13.6 330.00
i "Bowl" 61.9 26 247.50
i "Out" 0 $SECONDS
i "End" $SECONDS 0.1
e
</CsScore>
</CsoundSynthesizer>
