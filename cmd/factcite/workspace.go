package main

import (
	"os"
	"path/filepath"
)

// inWorkspace returns the path below the root of the repository that a step of GitHub's
// runs in, whose annotations are of files by that path. Elsewhere, and for files outside
// of the repository, it is the path as it is.
func inWorkspace(path string) string {
	workspace := os.Getenv("GITHUB_WORKSPACE")
	if workspace == "" || path == "" || path == standardOutput {
		return path
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	below, err := filepath.Rel(workspace, absolute)
	if err != nil || !filepath.IsLocal(below) {
		return path
	}
	return filepath.ToSlash(below)
}
