package dev.linkwright;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// A text that a walk is following: the path that was given, or what a link on the way says. It is used up component by
/// component where it stands; doubled separators and `.` are none.
final class Leg {
    private final @Nullable Hop hop;
    private final LinkPath text;
    private @Nullable Standpoint junctionIn;
    private int start;
    private int end;

    private Leg(@Nullable Hop hop, LinkPath text, int begin, @Nullable Standpoint junctionIn) {
        this.hop = hop;
        this.text = text;
        this.junctionIn = junctionIn;
        advance(begin);
    }

    /// The path that was given.
    static Leg of(LinkPath path, int begin) {
        return new Leg(null, path, begin, null);
    }

    /// The text of a symbolic link.
    ///
    /// @param begin where the part begins that is to be walked
    static Leg of(Hop hop, LinkPath text, int begin) {
        return new Leg(hop, text, begin, null);
    }

    /// The text of a junction, after whose end the walk arrives in it.
    ///
    /// @param above the directory that the junction is in
    static Leg ofJunction(Hop hop, LinkPath text, int begin, Standpoint above) {
        return new Leg(hop, text, begin, above);
    }

    /// The link that says this; null for the path that was given.
    @Nullable
    Hop hop() {
        return hop;
    }

    /// Whether nothing of it is left.
    boolean isUsedUp() {
        return start == end && junctionIn == null;
    }

    /// Whether the next component is a name.
    boolean isAtName() {
        return text.isName(start, end);
    }

    /// Whether the next component is `..`.
    boolean isAtClimb() {
        return end > start && !isAtName();
    }

    /// Uses up the next component, which is a name.
    Name takeName() {
        Name name = Name.ofComponent(text, start, end);
        advance(end);
        return name;
    }

    /// Uses up the next component, which is `..`.
    void takeClimb() {
        advance(end);
    }

    /// Uses up the arrival in a junction, which comes when there is no other component.
    ///
    /// @return the directory that the junction is in
    Standpoint takeArrival() {
        Standpoint above = Objects.requireNonNull(junctionIn, "a leg that is used up");
        junctionIn = null;
        return above;
    }

    private void advance(int from) {
        int length = text.length();
        int at = from;
        do {
            while (at < length && text.isSeparator(text.byteAt(at))) {
                at++;
            }
            start = at;
            while (at < length && !text.isSeparator(text.byteAt(at))) {
                at++;
            }
            end = at;
        } while (end - start == 1 && text.byteAt(start) == '.');
    }
}
