// Command local-mongo is the local platform's MongoDB: FerretDB embedded, on SQLite files in one folder.
// It is for a developer's machine and for tests only: it survives a kill of the process, not a power cut.
package main

import (
	"context"
	"flag"
	"log/slog"
	"net"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	port := flag.Int("port", 27017, "TCP port on 127.0.0.1")
	dir := flag.String("dir", "", "folder that keeps the data (made when missing)")
	flag.Parse()

	logger := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	if err := run(*port, *dir, logger); err != nil {
		logger.Error("local-mongo stops", "error", err)
		os.Exit(1)
	}
}

func run(port int, dir string, logger *slog.Logger) error {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(absolute, 0o700); err != nil {
		return err
	}
	// FerretDB wants the folder with a slash at its end. `synchronous(normal)` gives one fsync per checkpoint instead of one per
	// commit: committed data survives the death of the process, which is what this server promises.
	data := url.URL{Scheme: "file", Path: absolute + "/", RawQuery: "_pragma=synchronous(normal)"}

	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: net.JoinHostPort("127.0.0.1", strconv.Itoa(port))},
		Handler:   "sqlite",
		SQLiteURL: data.String(),
		Logger:    logger,
	})
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	return server.Run(ctx)
}
