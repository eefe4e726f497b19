module github.com/factcite/factcite

go 1.26.0

require github.com/nickng/bibtex v1.4.2
