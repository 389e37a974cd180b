package bot.perennial.db.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/** Where a running server listens and what it takes to be let in. */
record Access(int port, String password) {
    static final String USER = "perennial";

    static Access fresh() throws IOException {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return new Access(freePort(), HexFormat.of().formatHex(secret));
    }

    static Optional<Access> read(Path file) throws IOException {
        try {
            var lines = Files.readAllLines(file);
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Access(Integer.parseInt(lines.get(0)), lines.get(1)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        PrivateFile.write(file, port + "\n" + password + "\n");
    }

    String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + port + "/perennial?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
    }

    boolean opens() {
        try (var connection =
                DriverManager.getConnection(jdbcUrl() + "&connectTimeout=2000&socketTimeout=5000", USER, password)) {
            return connection.isValid(5);
        } catch (SQLException closed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Access[port=" + port + ", password=***]";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
