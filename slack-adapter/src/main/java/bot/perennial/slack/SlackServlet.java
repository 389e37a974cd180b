package bot.perennial.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's HTTP mode: lets nothing through to Bolt that is too long, too slow, or not signed by Slack just now. */
final class SlackServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int LONGEST_BODY = 128 * 1024;
    private static final long PATIENCE_MILLISECONDS = 1000;
    private static final List<String> TYPES = List.of("application/x-www-form-urlencoded", "application/json");
    private static final Logger LOG = LoggerFactory.getLogger(SlackServlet.class);

    private final transient App app;
    private final transient RequestSignature signature;
    private final transient Executor executor;
    private final transient SlackRequestParser parser;
    private final transient AtomicInteger unknown;

    /** @param unknown counts what Slack signed and nobody understands */
    SlackServlet(App app, RequestSignature signature, Executor executor, AtomicInteger unknown) {
        this.app = app;
        this.signature = signature;
        this.executor = executor;
        this.parser = new SlackRequestParser(app.config());
        this.unknown = unknown;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > LONGEST_BODY) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        var exchange = request.startAsync();
        exchange.setTimeout(0);
        var unused = Body.of(request.getInputStream(), LONGEST_BODY)
                .orTimeout(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)
                .handleAsync((body, failure) -> failure == null ? judge(request, body) : unread(failure), executor)
                .thenAccept(answer -> write(answer, response))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                    }
                    exchange.complete();
                });
    }

    private static Response unread(Throwable failure) {
        return Response.error(
                failure instanceof TimeoutException
                        ? HttpServletResponse.SC_REQUEST_TIMEOUT
                        : HttpServletResponse.SC_BAD_REQUEST);
    }

    private Response judge(HttpServletRequest request, byte[] body) {
        if (body.length > LONGEST_BODY) {
            return Response.error(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        if (!signature.signedOnce(
                only(request, "X-Slack-Request-Timestamp"), only(request, "X-Slack-Signature"), body)) {
            return Response.error(HttpServletResponse.SC_UNAUTHORIZED);
        }
        var answer = TYPES.contains(type(request))
                ? answer(request, body)
                : Response.error(HttpServletResponse.SC_BAD_REQUEST);
        if (answer.getStatusCode() != HttpServletResponse.SC_OK) {
            unknown.incrementAndGet();
        }
        return answer;
    }

    private Response answer(HttpServletRequest request, byte[] body) {
        try {
            var parsed = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(request.getRequestURI())
                    .queryString(Map.of())
                    .requestBody(text(body))
                    .headers(new RequestHeaders(headers(request)))
                    .remoteAddress(request.getRemoteAddr())
                    .build());
            return parsed == null ? Response.error(HttpServletResponse.SC_BAD_REQUEST) : app.run(parsed);
        } catch (Exception e) { // Bolt declares it
            LOG.error("event=slack_request_failed kind={}", e.getClass().getSimpleName());
            return Response.error(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Of two headers with one name a proxy may have checked the other. */
    private static @Nullable String only(HttpServletRequest request, String name) {
        var values = Collections.list(request.getHeaders(name));
        return values.size() == 1 ? values.getFirst() : null;
    }

    private static String type(HttpServletRequest request) {
        return SlackCommands.known(request.getContentType())
                .replaceFirst(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name, name -> Collections.list(request.getHeaders(name)), (a, b) -> a));
    }

    private static void write(Response answer, HttpServletResponse response) {
        response.setStatus(answer.getStatusCode());
        if (answer.getBody() != null && !answer.getBody().isEmpty()) {
            response.setContentType(answer.getContentType());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            try {
                response.getOutputStream().write(answer.getBody().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
