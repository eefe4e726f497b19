package ondisk

import (
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"
)

// TestNumbersAreFound holds that the first number of every hash is found, and nothing else,
// however many runs are on disk.
func TestNumbersAreFound(t *testing.T) {
	for name, hashOf := range map[string]func(random *rand.Rand) uint64{
		"spread":          func(random *rand.Rand) uint64 { return random.Uint64() },
		"many twice":      func(random *rand.Rand) uint64 { return random.Uint64N(3000) * 0x9E3779B97F4A7C15 },
		"small":           func(random *rand.Rand) uint64 { return random.Uint64N(5000) },
		"equal low bits":  func(random *rand.Rand) uint64 { return random.Uint64N(5000) << 40 },
		"the first, last": func(random *rand.Rand) uint64 { return ^uint64(0) * random.Uint64N(2) },
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			t.Setenv("TMPDIR", folder)
			random := rand.New(rand.NewPCG(1, 2))
			numbers := Numbers{Memory: 50}
			want := map[uint64]uint32{}
			for i := range uint32(50 * maxOfLevel * maxOfLevel * 2) {
				hash := hashOf(random)
				first, isThere := want[hash]
				known, ok, err := numbers.FindOrAdd(hash, i)
				if err != nil || ok != isThere || known != first {
					t.Fatalf("hash %x is %d, %t, %v; want %d, %t", hash, known, ok, err, first, isThere)
				}
				if !isThere {
					want[hash] = i
				}
			}
			if runs := len(numbers.levels); name == "spread" && runs < 3 {
				t.Errorf("only %d levels", runs)
			}
			var looking sync.WaitGroup
			for range 3 {
				looking.Go(func() {
					for hash, number := range want {
						if known, ok, err := numbers.Find(hash); !ok || known != number || err != nil {
							t.Errorf("hash %x is %d, %t, %v; want %d", hash, known, ok, err, number)
							return
						}
					}
				})
			}
			looking.Wait()
			for range 1000 {
				hash := random.Uint64() | 1<<63 | 1
				if _, isThere := want[hash]; isThere {
					continue
				}
				if _, ok, err := numbers.Find(hash); ok || err != nil {
					t.Fatalf("hash %x is found: %t, %v", hash, ok, err)
				}
			}
			if err := numbers.Close(); err != nil {
				t.Error(err)
			}
			if left, _ := os.ReadDir(folder); len(left) > 0 {
				t.Errorf("%s is left behind", left[0].Name())
			}
		})
	}
}

// TestFilterMistakesFew holds that the disk is rarely asked for what is not there.
func TestFilterMistakesFew(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const hashes = 1 << 17
	f := newFilter(hashes)
	for range hashes {
		f.add(random.Uint64())
	}
	mistaken := 0
	for range hashes {
		if f.mayHave(random.Uint64()) {
			mistaken++
		}
	}
	if share := float64(mistaken) / hashes; share > 0.005 {
		t.Errorf("%.2f %% are mistaken", 100*share)
	}
}

func TestNumbersWithoutADisk(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()+"/missing")
	numbers := Numbers{Memory: 1}
	if _, _, err := numbers.FindOrAdd(1, 1); err == nil || !strings.HasPrefix(err.Error(), "cannot put on disk") {
		t.Errorf("the error is %v", err)
	}
}

func TestNumbersThatCannotBeReadBack(t *testing.T) {
	numbers := Numbers{Memory: 1}
	numbers.FindOrAdd(1, 1)
	if err := numbers.levels[0][0].file.Truncate(0); err != nil {
		t.Fatal(err)
	}
	if _, _, err := numbers.Find(1); err == nil || !strings.HasPrefix(err.Error(), "cannot read back") {
		t.Errorf("the error is %v", err)
	}
	numbers.Close()
}
