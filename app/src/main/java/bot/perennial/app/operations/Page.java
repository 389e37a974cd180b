package bot.perennial.app.operations;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Something short to be read over HTTP. */
final class Page extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Function<HttpServletRequest, Answer> answer;

    /** What is answered. */
    record Answer(int status, String type, String body) {}

    Page(Function<HttpServletRequest, Answer> answer) {
        this.answer = answer;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var said = answer.apply(request);
        response.setStatus(said.status());
        response.setContentType(said.type());
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(said.body().getBytes(StandardCharsets.UTF_8));
    }
}
