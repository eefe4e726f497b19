// Package ref has what is said about a work: a [Reference], its names, types, dates
// and spans. It knows neither sentences nor files.
package ref
