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
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's HTTP mode: lets nothing through to Bolt that is too long or not signed by Slack just now. */
final class SlackServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int LONGEST_BODY = 128 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(SlackServlet.class);

    private final transient App app;
    private final transient RequestSignature signature;
    private final transient SlackRequestParser parser;

    SlackServlet(App app, RequestSignature signature) {
        this.app = app;
        this.signature = signature;
        this.parser = new SlackRequestParser(app.config());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > LONGEST_BODY) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (!signature.signed(
                request.getHeader("X-Slack-Request-Timestamp"), request.getHeader("X-Slack-Signature"), body)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        write(answer(request, new String(body, StandardCharsets.UTF_8)), response);
    }

    private Response answer(HttpServletRequest request, String body) {
        try {
            var parsed = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(request.getRequestURI())
                    .queryString(Map.of())
                    .requestBody(body)
                    .headers(new RequestHeaders(headers(request)))
                    .remoteAddress(request.getRemoteAddr())
                    .build());
            return parsed == null ? Response.error(HttpServletResponse.SC_BAD_REQUEST) : app.run(parsed);
        } catch (Exception e) { // Bolt declares it
            LOG.error("event=slack_request_failed kind={}", e.getClass().getSimpleName());
            return Response.error(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name, name -> Collections.list(request.getHeaders(name)), (a, b) -> a));
    }

    private static void write(Response answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode());
        if (answer.getBody() != null && !answer.getBody().isEmpty()) {
            response.setContentType(answer.getContentType());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getOutputStream().write(answer.getBody().getBytes(StandardCharsets.UTF_8));
        }
    }
}
