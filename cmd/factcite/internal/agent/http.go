package agent

import (
	"context"
	"crypto/subtle"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"

	"github.com/modelcontextprotocol/go-sdk/auth"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// Listen listens on an address of this machine alone, as in 127.0.0.1:8080 or localhost:0.
func Listen(ctx context.Context, address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("%q is no address to listen on: %w; write it as 127.0.0.1:8080", address, err)
	}
	if !isLoopback(host) {
		return nil, fmt.Errorf("%q is reached from other machines; listen on 127.0.0.1, [::1] or localhost", address)
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, err
	}
	if at, ok := listener.Addr().(*net.TCPAddr); !ok || !at.IP.IsLoopback() { // localhost may be anything
		listener.Close()
		return nil, fmt.Errorf("%q is %s, which is reached from other machines; listen on 127.0.0.1", address, listener.Addr())
	}
	return listener, nil
}

// NewHandler serves over streamable HTTP whoever sends the token from this machine, and no
// page of a browser that comes from elsewhere.
func NewHandler(server *mcp.Server, token string) http.Handler {
	verify := func(_ context.Context, sent string, _ *http.Request) (*auth.TokenInfo, error) {
		if subtle.ConstantTimeCompare([]byte(sent), []byte(token)) != 1 {
			return nil, auth.ErrInvalidToken
		}
		return &auth.TokenInfo{}, nil
	}
	serve := mcp.NewStreamableHTTPHandler(func(*http.Request) *mcp.Server { return server }, &mcp.StreamableHTTPOptions{
		JSONResponse: true, MaxRequestBodyBytes: 4 * maxText,
	})
	guarded := auth.RequireBearerToken(verify, &auth.RequireBearerTokenOptions{AllowMissingExpiration: true})(serve)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isOfThisMachine(r) {
			http.Error(w, "only this machine is served", http.StatusForbidden)
			return
		}
		guarded.ServeHTTP(w, r)
	})
}

// isOfThisMachine reports whether a request was meant for this machine, by its Host, and
// comes from no page of another site, by its Origin. A name that somebody points at this
// machine (DNS rebinding) is neither.
func isOfThisMachine(r *http.Request) bool {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if !isLoopback(host) {
		return false
	}
	for _, origin := range r.Header.Values("Origin") {
		if from, err := url.Parse(origin); err != nil || !isLoopback(from.Hostname()) {
			return false
		}
	}
	return true
}

func isLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	if len(host) > 1 && host[0] == '[' && host[len(host)-1] == ']' {
		host = host[1 : len(host)-1]
	}
	address, err := netip.ParseAddr(host)
	return err == nil && address.IsLoopback()
}
