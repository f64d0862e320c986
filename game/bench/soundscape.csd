; The soundscape of soundscape.toml as csound would make it: gusting wind in four bands a side, rain (a bed and single
; drops that ring), a pad of 8 voices breathing at 6 a minute, a bowl of 24 modes struck every 12 s, a reverb of 16 delay
; lines, a limiter that looks ahead. Opcodes written in C throughout; ksmps = 256 was the fastest of 32 to 1024.
<CsoundSynthesizer>
<CsOptions>
-n -d -m0
</CsOptions>
<CsInstruments>
sr = 48000
ksmps = 256
nchnls = 2
0dbfs = 1

giSine ftgen 1, 0, 16384, 10, 1
giWarm ftgen 2, 0, 16384, 10, 1, 0.5, 0.33, 0.2, 0.14, 0.09, 0.06, 0.04, 0.03
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

opcode Pane, a, 0
  aBed noise 0.05, 0
  aBed butterhp aBed, 400
  aBed tone aBed, 3500
  aDrop dust2 0.8, 90
  aOne mode aDrop, 900, 12
  aTwo mode aDrop, 1700, 15
  aThree mode aDrop, 3100, 18
  aFour mode aDrop, 5200, 20
  xout aBed + 0.02 * (aOne + aTwo + aThree + aFour)
endop

instr Rain
  aLeft Pane
  aRight Pane
  gaLeft += aLeft * 0.3
  gaRight += aRight * 0.3
  gaRoomLeft += aLeft * 0.1
  gaRoomRight += aRight * 0.1
endin

instr Pad
  iPan = p5
  kBreath oscili 0.5, 0.1, giSine
  kDrift jspline 0.003, 0.1, 0.4
  aOne oscili 0.02, p4 * (1 + kDrift), giWarm
  aTwo oscili 0.02, p4 * (1.004 - kDrift), giWarm
  aTone tone (aOne + aTwo) * (0.6 + kBreath), 900 + 600 * kBreath
  aSwell linseg 0, 4, 1, p3 - 8, 1, 4, 0
  aTone *= aSwell
  gaLeft += aTone * sqrt(1 - iPan)
  gaRight += aTone * sqrt(iPan)
  gaRoomLeft += aTone * 0.3
  gaRoomRight += aTone * 0.3
endin

opcode Mode, a, iii
  iHz, iRing, iAmp xin
  aFall expon iAmp, iRing, iAmp * 0.001
  aOne oscili aFall, iHz, giSine
  aTwo oscili aFall, iHz * 1.0008, giSine
  xout aOne + aTwo
endop

opcode Modes, a, iii
  iHz, iRing, iLeft xin
  iRatio = 0.4 + 0.6 * iLeft ^ 1.9
  aThis Mode iHz * iRatio, iRing / (0.6 + 0.4 * iLeft), 0.03 / iLeft
  aRest init 0
  if iLeft < 12 then
    aRest Modes iHz, iRing, iLeft + 1
  endif
  xout aThis + aRest
endop

instr Bowl
  aTone Modes p4, 26, 1
  aSoft linseg 0, 0.06, 1, 1, 1
  aTone *= aSoft
  gaLeft += aTone * 0.4
  gaRight += aTone * 0.4
  gaRoomLeft += aTone * 0.3
  gaRoomRight += aTone * 0.3
endin

instr Out
  aOneLeft, aOneRight reverbsc gaRoomLeft, gaRoomRight, 0.88, 7000
  aTwoLeft, aTwoRight reverbsc gaRoomRight, gaRoomLeft, 0.82, 5000
  aLeft = gaLeft + 0.5 * (aOneLeft + aTwoLeft)
  aRight = gaRight + 0.5 * (aOneRight + aTwoRight)
  aLeft compress2 aLeft, aLeft, -90, -6, -6, 100, 0.001, 0.08, 0.002
  aRight compress2 aRight, aRight, -90, -6, -6, 100, 0.001, 0.08, 0.002
  outs aLeft, aRight
  clear gaLeft, gaRight, gaRoomLeft, gaRoomRight
endin

; The last bowl would ring on after the time that is measured.
instr End
  exitnow
endin
</CsInstruments>
<CsScore>
i "Wind" 0 $SECONDS
i "Rain" 0 $SECONDS
i "Pad" 0 $SECONDS 110 0.5
i "Pad" 0 $SECONDS 165 0.3
i "Pad" 0 $SECONDS 220 0.7
i "Pad" 0 $SECONDS 277.2 0.4
i "Pad" 0 $SECONDS 330 0.6
i "Pad" 0 $SECONDS 440 0.2
i "Pad" 0 $SECONDS 495 0.8
i "Pad" 0 $SECONDS 660 0.5
{ 5 STROKE
i "Bowl" [$STROKE * 12] 26 220
}
i "Out" 0 $SECONDS
i "End" $SECONDS 0.1
e
</CsScore>
</CsoundSynthesizer>
