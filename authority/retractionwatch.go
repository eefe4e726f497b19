package authority

func isRetractionWatch(head []byte) bool   { return false }
func (r *dumpReader) readRetractionWatch() {}
