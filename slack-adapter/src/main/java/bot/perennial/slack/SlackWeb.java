package bot.perennial.slack;

import com.google.gson.Gson;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Slack's Web API under our own deadlines: each call goes out once, and ends within twelve seconds. */
final class SlackWeb {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(12);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final Gson GSON = new Gson();

    private final SlackSettings settings;
    private final Departure departure = new Departure(LONGEST_CALL);
    private final Slack slack;
    private final MethodsClient methods;

    SlackWeb(SlackSettings settings) {
        this.settings = settings;
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

    /**
     * Posts a message, as chat.postMessage does it. Not through the SDK: it makes its reader of answers anew for each call,
     * and writes blocks in a form, which takes half of all the time a nudge needs.
     *
     * @param blocks as JSON
     * @throws SlackApiException when the answer's status is not 200
     */
    Posted post(String channel, String text, String blocks) throws IOException, SlackApiException {
        var message = JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("channel", channel);
            json.writeStringField("text", text);
            json.writeFieldName("blocks");
            json.writeRawValue(blocks);
            json.writeBooleanField("mrkdwn", false);
            json.writeBooleanField("unfurl_links", false);
            json.writeBooleanField("unfurl_media", false);
            json.writeEndObject();
        });
        var request = new Request.Builder()
                .url(settings.apiUrl() + "chat.postMessage")
                .header("Authorization", "Bearer " + settings.botToken().value())
                .post(RequestBody.create(message, JSON))
                .build();
        try (var response = client().newCall(request).execute()) {
            var body = response.body().string();
            if (response.code() != 200) {
                throw new SlackApiException(response, body);
            }
            return GSON.fromJson(body, Posted.class);
        }
    }

    /** Posts JSON to where a gesture may be answered. */
    Response answer(String address, String json) throws IOException {
        var request = new Request.Builder()
                .url(address)
                .post(RequestBody.create(json, JSON))
                .build();
        return client().newCall(request).execute();
    }

    /** What Slack answers to a message; of what it leaves out there is nothing. */
    record Posted(
            boolean ok,
            @Nullable String error,
            @Nullable String channel,
            @Nullable String ts) {}

    private OkHttpClient client() {
        return slack.getHttpClient().getOkHttpClient();
    }

    void close() {
        client().dispatcher().executorService().shutdown();
        client().connectionPool().evictAll();
    }
}
