package exchange

func readEndNoteXML(l *library) {
	l.fail(0, "EndNote's XML is not read in a browser; the command reads it")
}
