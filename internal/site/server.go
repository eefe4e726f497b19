package main

import (
	"mime"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// newServer serves the site of a folder, the program compressed to those who take it so,
// with the policy of its pages as a header too.
func newServer(folder string) http.Handler {
	files := http.FileServer(http.Dir(folder))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		name := path.Clean("/" + r.URL.Path)
		if encoding, packed := packedFor(folder, name, r.Header.Get("Accept-Encoding")); packed != "" {
			w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
			w.Header().Set("Content-Encoding", encoding)
			w.Header().Set("Vary", "Accept-Encoding")
			http.ServeFile(w, r, packed)
			return
		}
		files.ServeHTTP(w, r)
	})
}

// packedFor is the file that has another one compressed, and how, if the client takes it.
func packedFor(folder, name, accepted string) (encoding, file string) {
	for _, kind := range []struct{ encoding, extension string }{{"br", ".br"}, {"gzip", ".gz"}} {
		file := filepath.Join(folder, filepath.FromSlash(name)+kind.extension)
		if _, err := os.Stat(file); err == nil && strings.Contains(accepted, kind.encoding) {
			return kind.encoding, file
		}
	}
	return "", ""
}
