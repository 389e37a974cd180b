package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files beside the code that tests keep true; {@code -Dperennial.renew=true} writes them anew. */
public final class Documents {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Documents() {}

    /** Fails, or renews the file, when it is not what it should be. */
    public static void keep(String file, String wanted) throws IOException {
        var path = ROOT.resolve(file);
        if (Boolean.getBoolean("perennial.renew")) {
            Files.writeString(path, wanted);
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as(file + " is out of date; renew it with: mvn verify -pl app -am -Dtest='Readme*Test'"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dperennial.renew=true")
                .isEqualTo(wanted);
    }

    /** The same for what stands between {@code <!-- name -->} and the next {@code <!-- end -->}. */
    public static void keep(String file, String name, String wanted) throws IOException {
        var text = Files.readString(ROOT.resolve(file));
        var start = "<!-- " + name + " -->\n";
        assertThat(text).contains(start);
        var from = text.indexOf(start) + start.length();
        var until = text.indexOf("<!-- end -->", from);
        keep(file, text.substring(0, from) + wanted + text.substring(until));
    }
}
