package bot.perennial.core.message;

import java.util.List;

/**
 * Questions to be filled in together; sending it off is typing its line with the answers as options.
 *
 * @param title at most 24 characters, the least a platform allows
 * @param line the command that the answers belong to, such as {@code /met}; at most 100 characters
 * @param submit the label of the button that sends it off, at most 24 characters
 * @param fields one to five, the most every platform shows
 */
public record Form(String title, String line, String submit, List<Field> fields) {
    public Form {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.size() > 5 || title.length() > 24 || line.length() > Control.LONGEST_LINE) {
            throw new IllegalArgumentException("A form has one to five fields and a title of at most 24 characters");
        }
    }
}
