package exchange

func readCFF(l *library) { l.fail(0, "a CITATION.cff is not read in a browser; the command reads it") }
