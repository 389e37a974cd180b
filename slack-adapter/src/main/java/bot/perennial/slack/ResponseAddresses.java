package bot.perennial.slack;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers gestures where Slack says they may be answered, and nowhere else. */
final class ResponseAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseAddresses.class);

    private final SlackWeb web;
    private final URI api;
    private final Set<String> hosts;

    ResponseAddresses(SlackWeb web, SlackSettings settings) {
        this.web = web;
        this.api = URI.create(settings.apiUrl());
        this.hosts = settings.responseHosts();
    }

    /** Whether the answer, which is JSON, was posted. */
    boolean post(String address, String answer) {
        if (!allowed(address)) {
            return false;
        }
        try (var response = web.answer(address, answer)) {
            // a page is no answer of Slack's, whatever its status
            var taken = response.code() == 200 && !response.body().string().startsWith("<");
            if (!taken) {
                LOG.warn("event=slack_response_refused status={}", response.code());
            }
            return taken;
        } catch (IOException e) {
            LOG.warn("event=slack_response_failed kind={}", e.getClass().getSimpleName());
            return false;
        }
    }

    boolean allowed(String address) {
        try {
            var uri = URI.create(address);
            if (uri.getHost() == null || uri.getScheme() == null || uri.getRawUserInfo() != null) {
                return false;
            }
            var host = uri.getHost().toLowerCase(Locale.ROOT);
            if (uri.getScheme().equals(api.getScheme())
                    && host.equals(api.getHost())
                    && uri.getPort() == api.getPort()) {
                return true;
            }
            var scheme = uri.getScheme();
            return hosts.contains(host)
                    ? scheme.equals("https") || scheme.equals("http")
                    : scheme.equals("https") && host.equals("hooks.slack.com") && uri.getPort() < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
