// Package chromium is for tests that look at a page of ours in Chromium. Of what is on the
// page it knows only the classes of what scrolls or is not seen.
package chromium

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Open opens an address in a Chromium of its own, after prepare, which may be nil. The
// test is skipped where there is none and with -short. It fails if the page asks for an
// address that does not start with one of own, throws, opens a dialog or breaks its policy.
func Open(t testing.TB, address string, prepare func(context.Context), own ...string) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	options := []chromedp.ExecAllocatorOption{chromedp.ExecPath(find(t))}
	for _, flag := range []string{"headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run",
		"disable-background-networking", "disable-component-update", "disable-sync"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	watch(t, ctx, own)
	if prepare != nil {
		prepare(ctx)
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	return ctx
}

func find(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no chromium on the path: apt-get install chromium")
	return ""
}

// watch reports at the end of the test what a page must not do.
func watch(t testing.TB, ctx context.Context, own []string) {
	t.Helper()
	var seen sync.Mutex
	var harm []string
	err := chromedp.Listen(ctx, func(event any) {
		seen.Lock()
		defer seen.Unlock()
		switch event := event.(type) {
		case *network.EventRequestWillBeSent:
			if !startsWithOne(event.Request.URL, own) {
				harm = append(harm, "the page asked for "+event.Request.URL)
			}
		case *page.EventJavascriptDialogOpening:
			harm = append(harm, "the page opened a dialog: "+event.Message)
		case *runtime.EventExceptionThrown:
			harm = append(harm, "the page threw: "+event.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			harm = append(harm, "the browser complained: "+event.Entry.Text)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		seen.Lock()
		defer seen.Unlock()
		for _, h := range harm {
			t.Error(h)
		}
	})
}

func startsWithOne(address string, own []string) bool {
	for _, prefix := range own {
		if strings.HasPrefix(address, prefix) {
			return true
		}
	}
	return false
}

// Evaluate returns the value of an expression.
func Evaluate[T any](t testing.TB, ctx context.Context, expression string) T {
	t.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return value
}

// Await waits until an expression is true, however long a busy machine takes.
func Await(t testing.TB, ctx context.Context, expression string) {
	t.Helper()
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(0))); err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
}

// Prefer sets whether the page is to be "light" or "dark".
func Prefer(t testing.TB, ctx context.Context, scheme string) {
	t.Helper()
	params := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, params); err != nil {
		t.Fatal(err)
	}
}

// Widen sets the width and height of the window, in CSS pixels.
func Widen(t testing.TB, ctx context.Context, width, height int64) {
	t.Helper()
	params := emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1}
	if _, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, params); err != nil {
		t.Fatal(err)
	}
}

// AllowClipboard lets the page read and write the clipboard, as one that people look at.
func AllowClipboard(t testing.TB, ctx context.Context) {
	t.Helper()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		params := browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted}
		if _, err := chromedp.CallBrowser(ctx, browser.SetPermission, params); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
}

// Clipboard returns the text of the clipboard.
func Clipboard(t testing.TB, ctx context.Context) string {
	t.Helper()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](`navigator.clipboard.readText()`, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Picture writes a picture of the page to a folder if FACTCITE_PICTURES names one, for
// people to look at.
func Picture(t testing.TB, ctx context.Context, name string) {
	t.Helper()
	folder := os.Getenv("FACTCITE_PICTURES")
	if folder == "" {
		return
	}
	picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), picture, 0o666); err != nil {
		t.Fatal(err)
	}
}

// Faults returns what axe-core finds inaccessible in the page as it is: nothing, and says
// so, unless FACTCITE_AXE names the file axe.min.js of the npm package axe-core.
func Faults(t testing.TB, ctx context.Context) []string {
	t.Helper()
	file := os.Getenv("FACTCITE_AXE")
	if file == "" {
		t.Log("axe-core does not look at the page: FACTCITE_AXE names no axe.min.js, see .ci/axe")
		return nil
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	Evaluate[any](t, ctx, string(axe)+`; window.faults = null; axe.run().then(r => { window.faults = r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 200) + " " + n.failureSummary)); }); 0`)
	Await(t, ctx, `window.faults !== null`)
	return Evaluate[[]string](t, ctx, `window.faults`)
}

// Wider returns what is wider than the window, but for what is in something that scrolls by
// itself or is not seen.
func Wider(t testing.TB, ctx context.Context) []string {
	t.Helper()
	if Evaluate[bool](t, ctx, `document.documentElement.scrollWidth <= document.documentElement.clientWidth`) {
		return nil
	}
	return Evaluate[[]string](t, ctx, `Array.from(document.body.querySelectorAll("*"))
		.filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth && !e.parentElement.closest(".scroll, pre, .quiet"))
		.map(e => e.tagName + "." + e.className)`)
}
