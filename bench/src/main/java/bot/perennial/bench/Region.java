package bot.perennial.bench;

/** A marked part of a document, which a run writes anew. */
final class Region {
    private Region() {}

    static String replaced(String document, String name, String content) {
        var mark = "<!-- " + name + " -->\n";
        var start = document.indexOf(mark);
        var end = document.indexOf("<!-- end -->", start);
        if (start < 0 || end < 0) {
            throw new IllegalArgumentException("The document has no place marked " + name);
        }
        return document.substring(0, start) + mark + content.strip() + "\n" + document.substring(end);
    }
}
