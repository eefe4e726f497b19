package main

import "testing"

func TestColorIsForTerminalsThatShowIt(t *testing.T) {
	for _, c := range []struct {
		variable, value     string
		terminal, elsewhere bool
	}{
		{"TERM", "xterm", true, false},
		{"TERM", "dumb", false, false},
		{"CLICOLOR", "1", true, false},
		{"CLICOLOR", "0", false, false},
		{"CLICOLOR_FORCE", "1", true, true},
		{"FORCE_COLOR", "0", true, false},
		{"NO_COLOR", "1", false, false},
	} {
		t.Run(c.variable+"="+c.value, func(t *testing.T) {
			for _, variable := range []string{"TERM", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "NO_COLOR"} {
				t.Setenv(variable, "")
			}
			t.Setenv(c.variable, c.value)
			if terminal, elsewhere := wantsColor(true), wantsColor(false); terminal != c.terminal || elsewhere != c.elsewhere {
				t.Errorf("on a terminal %v, elsewhere %v", terminal, elsewhere)
			}
		})
	}
}
