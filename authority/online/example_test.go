package online_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/online"
)

// A client without a transport fetches nothing. To use the network, give it a
// transport, such as http.DefaultTransport, a contact, and a folder for what is
// answered.
func ExampleNewCrossref() {
	client, err := online.NewClient(online.Options{Agent: "carts/1.0"})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = online.NewCrossref(client).Find(context.Background(), &authority.Query{DOI: "10.5555/cart.2023.7"})
	fmt.Println(errors.Is(err, online.ErrOffline))
	// Output: true
}
