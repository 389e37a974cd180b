package bot.perennial.db;

import bot.perennial.core.store.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Items as text: {@code h person date} or {@code k promise person date}, one after another. */
final class ItemText {
    private ItemText() {}

    static String write(List<Item> items) {
        return items.stream()
                .map(item -> switch (item) {
                    case Item.Hello(long person, LocalDate on) -> "h " + person + " " + on;
                    case Item.Kept(long promise, long person, LocalDate on) -> "k " + promise + " " + person + " " + on;
                })
                .collect(Collectors.joining(","));
    }

    static List<Item> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(ItemText::item).toList();
    }

    private static Item item(String text) {
        var words = text.split(" ", -1);
        return words[0].equals("h")
                ? new Item.Hello(Long.parseLong(words[1]), LocalDate.parse(words[2]))
                : new Item.Kept(Long.parseLong(words[1]), Long.parseLong(words[2]), LocalDate.parse(words[3]));
    }
}
