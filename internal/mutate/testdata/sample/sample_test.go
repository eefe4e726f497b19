package sample

import "testing"

func TestDigits(t *testing.T) {
	if Digits(7) != 1 || Digits(10) != 2 || Digits(4321) != 4 {
		t.Error("wrong number of digits")
	}
}

func TestGreet(t *testing.T) {
	if Greet("Ada", false) != "Hello Ada." || Greet("", true) != "" {
		t.Error("wrong greeting")
	}
}
