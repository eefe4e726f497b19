package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"

	"github.com/factcite/factcite/cmd/factcite/internal/agent"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate"
)

// tokenVariable names the environment's token for who asks over HTTP.
const tokenVariable = "FACTCITE_MCP_TOKEN"

func newMCP() *cobra.Command {
	var k knownFlags
	var address string
	cmd := &cobra.Command{
		Use:   "mcp [FOLDER…]",
		Short: "Serve agents the tools of this program, over the Model Context Protocol",
		Long: `mcp serves an agent tools to read references, check facts, verify references,
compare facts with the text of their source, and write a bibliography, over standard
input and output. It reads files of the folders that are named and no others, writes
none, and reaches no network without --online. With --http it listens on an address of
this machine, and wants the token in ` + tokenVariable + `, or one that it prints.`,
		RunE: func(cmd *cobra.Command, args []string) error { return serveAgent(cmd, args, &k, address) },
	}
	k.register(cmd.Flags())
	cmd.Flags().StringVar(&address, "http", "", "serve over streamable HTTP on `ADDRESS` of this machine, as in 127.0.0.1:8080, instead")
	return cmd
}

func serveAgent(cmd *cobra.Command, args []string, k *knownFlags, address string) error {
	config, err := readConfig("", args)
	if err != nil {
		return err
	}
	today, err := new(settings.Making).Day()
	if err != nil {
		return err
	}
	pdf := newPDFReader()
	defer pdf.Close()
	options := &agent.Options{
		Version: version(), Folders: map[string]fs.FS{}, Online: k.services.online,
		Checks: validate.Options{Config: config, Today: today}, Pages: pdf.Pages, PDF: pdf.Read,
	}
	for _, path := range args {
		root, err := openFolder(options.Folders, path)
		if err != nil {
			return err
		}
		defer root.Close()
	}
	known, err := k.open()
	if err != nil {
		return err
	}
	defer known.close()
	if known != nil {
		options.Catalogue = known.Catalogue
	}
	server := agent.NewServer(options)
	if address != "" {
		return serveHTTP(cmd, server, address)
	}
	err = server.Run(cmd.Context(), &mcp.IOTransport{Reader: io.NopCloser(cmd.InOrStdin()), Writer: unclosed{cmd.OutOrStdout()}})
	if errors.Is(err, context.Canceled) || errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// unclosed is standard output, which outlives the session.
type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }

// openFolder opens a folder under the last element of its path. What is in it may not
// lead out of it.
func openFolder(folders map[string]fs.FS, path string) (*os.Root, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(absolute)
	if _, taken := folders[name]; taken {
		return nil, fmt.Errorf("two folders are called %s; name one that both are in", name)
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	folders[name] = root.FS()
	return root, nil
}

// serveHTTP serves until the command is interrupted.
func serveHTTP(cmd *cobra.Command, server *mcp.Server, address string) error {
	listener, err := agent.Listen(cmd.Context(), address)
	if err != nil {
		return fmt.Errorf("--http %w", err)
	}
	token := cmp.Or(os.Getenv(tokenVariable), rand.Text())
	fmt.Fprintf(cmd.ErrOrStderr(), "factcite: serving on http://%s\n", listener.Addr())
	if os.Getenv(tokenVariable) == "" {
		fmt.Fprintf(cmd.ErrOrStderr(), "factcite: send the header Authorization: Bearer %s\n", token)
	}
	served := &http.Server{Handler: agent.NewHandler(server, token), ReadHeaderTimeout: 10 * time.Second, MaxHeaderBytes: 64 << 10}
	stop := context.AfterFunc(cmd.Context(), func() { served.Close() })
	defer stop()
	if err := served.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
