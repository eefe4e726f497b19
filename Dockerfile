FROM golang:1.26 AS build
ARG VERSION
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN .ci/image /image

FROM scratch
COPY --from=build /image /
ENV HOME=/home
WORKDIR /work
ENTRYPOINT ["/usr/local/bin/factcite"]
