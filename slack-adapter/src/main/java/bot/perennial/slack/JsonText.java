package bot.perennial.slack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** JSON that is written into memory, where nothing can fail. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** What is written, one object or array. */
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    static String of(Writing writing) {
        var text = room();
        try {
            try (var json = writing(text)) {
                writing.to(json);
            }
            return text.getAndClear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to write; other than Java's own, it locks nothing and copies once. */
    static SegmentedStringWriter room() {
        return new SegmentedStringWriter(FACTORY._getBufferRecycler());
    }

    static JsonGenerator writing(Writer text) throws IOException {
        return FACTORY.createGenerator(text);
    }
}
