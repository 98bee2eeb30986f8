package dev.rapt.detector.analyze;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trusts the authorities whose certificates are in a PEM file, and no other. */
final class PemTrust {

    private PemTrust() {}

    /** @throws IllegalStateException if there are none in it, so that the service doesn't start */
    static SSLContext of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate authority : authorities) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
            if (store.size() == 0) {
                throw new IllegalStateException("rapt.tls.ca (RAPT_TLS_CA) has no certificate: " + file);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new IllegalStateException("rapt.tls.ca (RAPT_TLS_CA) names a file that can't be read: " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("rapt.tls.ca (RAPT_TLS_CA) isn't a file of certificates: " + file, e);
        }
    }
}
