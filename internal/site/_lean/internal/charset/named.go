package charset

// named knows no encoding: what is pasted is UTF-8.
func named(string) (Encoding, bool) { return Encoding{}, false }

func (e Encoding) orWider() []Encoding { return []Encoding{e} }
