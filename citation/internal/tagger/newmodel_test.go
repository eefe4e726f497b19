package tagger

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNewModel holds how weights are rounded, and which are kept.
func TestNewModel(t *testing.T) {
	weights := [][]float32{{1, -1, 0.26}, {0.2, -0.2}, {100, -100, 1.25, -1.25}}
	var joins [Joints][Labels][Labels]float32
	joins[0][1][2], joins[1][2][0] = 1.2, -1.2
	m := NewModel([]int{9, 4, 2}, func(i int) []float32 { return weights[i] }, &joins, 2)
	var rows [][]int32
	for _, row := range m.rows {
		var weights [Labels]int32
		row.lanes(&weights)
		rows = append(rows, weights[:4])
	}
	if diff := cmp.Diff([][]int32{{0, 0, 0, 0}, {mostWeight, -mostWeight, 3, -3}, {2, -2, 1, 0}}, rows); diff != "" {
		t.Errorf("rows of no bucket and of the buckets 2 and 9 (-want +got):\n%s", diff)
	}
	if got := []int32{m.joins[0][2][1], m.joins[1][0][2], m.joins[0][0][0]}; !cmp.Equal(got, []int32{2, -2, 0}) {
		t.Errorf("transitions %v", got)
	}
	var got []int
	for bucket := range 12 {
		hash := uint32(bucket) << (32 - bucketBits)
		if m.row(hash) > 0 {
			got = append(got, bucket)
		}
	}
	if diff := cmp.Diff([]int{2, 9}, got); diff != "" {
		t.Errorf("buckets with weights (-want +got):\n%s", diff)
	}
}
