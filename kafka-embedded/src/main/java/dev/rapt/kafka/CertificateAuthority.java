package dev.rapt.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A certificate authority for a test, made by the JDK's keytool in a directory, and certificates of servers that it has
 * signed: for this machine, and for a week, so that there is nothing to keep and nothing to leak.
 */
public final class CertificateAuthority {

    private static final String PASSWORD = "only-for-this-test";
    private static final String OWN = "authority";
    private static final int SECONDS = 60;
    private static final int COLUMNS = 64;

    /**
     * What a server shows.
     *
     * @param chain its certificate and the authority's, PEM
     * @param key its private key, PEM of PKCS 8
     */
    public record Issued(Path chain, Path key) {
        /** Both in one, as Kafka reads it. */
        public Path together() {
            Path both = chain.resolveSibling(chain.getFileName() + "-and-key.pem");
            write(both, read(key) + read(chain));
            return both;
        }
    }

    private final Path directory;
    private final Path store;
    private final Path certificate;

    private CertificateAuthority(Path directory) {
        this.directory = directory;
        this.store = directory.resolve("authority.p12");
        this.certificate = directory.resolve("ca.pem");
    }

    /** A new authority; the directory is made when it is missing. */
    public static CertificateAuthority in(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CertificateAuthority authority = new CertificateAuthority(directory);
        authority.generate(OWN, List.of("-ext", "bc:c", "-ext", "ku:c=keyCertSign,cRLSign"));
        authority.export(OWN, authority.certificate, directory.resolve("ca-key.pem"));
        return authority;
    }

    /** The authority's certificate, PEM: what clients are told to trust. */
    public Path certificate() {
        return certificate;
    }

    /** A certificate for a server of this name on this machine. */
    public Issued issue(String name) {
        generate(
                name,
                List.of("-signer", OWN, "-ext", "san=ip:127.0.0.1,dns:localhost", "-ext", "eku=serverAuth,clientAuth"));
        Issued issued = new Issued(directory.resolve(name + ".pem"), directory.resolve(name + "-key.pem"));
        export(name, issued.chain(), issued.key());
        return issued;
    }

    private void generate(String alias, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "7"));
        command.addAll(more);
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!keytool.waitFor(SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool made no certificate: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void export(String alias, Path chain, Path key) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore entries = KeyStore.getInstance("PKCS12");
            entries.load(in, PASSWORD.toCharArray());
            StringBuilder certificates = new StringBuilder();
            for (Certificate one : entries.getCertificateChain(alias)) {
                certificates.append(pem("CERTIFICATE", one.getEncoded()));
            }
            Key secret = entries.getKey(alias, PASSWORD.toCharArray());
            write(chain, certificates.toString());
            write(key, pem("PRIVATE KEY", secret.getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
