FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /factcite ./cmd/factcite

FROM scratch
COPY --from=build /factcite /factcite
WORKDIR /work
ENTRYPOINT ["/factcite"]
