// Package sample is mutated by the test of mutate.
package sample

const base = 10

// Digits returns how many digits a number has.
func Digits(n int) int {
	digits := 1
	for n >= base {
		n /= base
		digits++
	}
	return digits
}

// Evens returns the sum of the even numbers below n, which nothing tests, as
// little as whether it is large.
func Evens(n int) (sum int, large bool) {
	for i := 0; i < n; i += 2 {
		sum += i
	}
	return sum, sum > 100
}

// Greet returns a greeting of somebody.
func Greet(name string, loud bool) string {
	if name == "" || name == "nobody" {
		return ""
	}
	mark := "."
	if loud {
		mark = "!"
	}
	return "Hello " + name + mark
}
