package fact

func (s *stream) readYAML() {
	s.emit(unreadable(s.in.at, s.in.at, "", "YAML is not read in a browser; the command reads it"))
}
