package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Knows where participants find their pages. */
@ApplicationScoped
class Addresses {

    private final Optional<URI> publicUrl;

    Addresses(AggregatorConfig config) {
        this.publicUrl = config.participants().publicUrl();
    }

    /** The page that says what is measured in a meeting. */
    String notice(UriInfo asked, String meetingId) {
        return root(asked) + "/notice.html?meeting=" + URLEncoder.encode(meetingId, StandardCharsets.UTF_8);
    }

    /** A personal page. Its token is after the #, which no browser sends to anybody. */
    String personal(UriInfo asked, String token) {
        return root(asked) + "/me.html#" + token;
    }

    private String root(UriInfo asked) {
        String root = publicUrl.orElseGet(asked::getBaseUri).toString();
        return root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }
}
