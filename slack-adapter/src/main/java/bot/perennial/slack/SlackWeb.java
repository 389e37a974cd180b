package bot.perennial.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Slack's Web API under our own deadlines: each call goes out once, and ends within twelve seconds. */
final class SlackWeb {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(12);

    private final Departure departure = new Departure(LONGEST_CALL);
    private final Slack slack;
    private final MethodsClient methods;

    SlackWeb(SlackSettings settings) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl());
        config.setStatsEnabled(false); // they begin with an auth.test of the SDK's own, which asks again while refused
        var http = new SlackHttpClient(new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(3))
                .readTimeout(Duration.ofSeconds(8))
                .callTimeout(LONGEST_CALL)
                // what is written to a connection that Slack has just closed is lost, and nobody could say so
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false) // a repeat of a post is a second message
                .addNetworkInterceptor(departure)
                .followRedirects(false)
                .followSslRedirects(false)
                .build());
        http.setConfig(config);
        slack = Slack.getInstance(config, http);
        methods = slack.methods(settings.botToken().value());
    }

    Slack slack() {
        return slack;
    }

    Departure departure() {
        return departure;
    }

    MethodsClient methods() {
        return methods;
    }

    void close() {
        slack.getHttpClient().getOkHttpClient().dispatcher().executorService().shutdown();
        slack.getHttpClient().getOkHttpClient().connectionPool().evictAll();
    }
}
