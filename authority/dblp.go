package authority

func (r *dumpReader) readXML(head []byte) error {
	return unknownForm("its first bytes are %q", excerpt(head))
}
