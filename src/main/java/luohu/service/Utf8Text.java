package luohu.service;

import java.util.Arrays;

/**
 * Text in UTF-8 that grows at its end. It keeps the pieces themselves until all of it is wanted, so that it is put together once, in
 * an array that is as long as it has to be; pieces must not change before.
 */
public final class Utf8Text {

    /** About as many as an answer has. */
    private static final int USUAL = 512;

    private static final byte[][] LETTERS = new byte[128][];

    static {
        for (int i = 0; i < LETTERS.length; i++) {
            LETTERS[i] = new byte[] {(byte) i};
        }
    }

    private byte[][] pieces = new byte[USUAL][];
    private int count;
    private int size;

    /** Adds a piece of text. */
    public void add(byte[] piece) {
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, count * 2);
        }
        pieces[count++] = piece;
        size += piece.length;
    }

    /** Adds a character of ASCII. */
    public void add(char letter) {
        add(LETTERS[letter]);
    }

    /**
     * Adds a text in quotation marks, if JSON has it as it is: printable ASCII and nothing to escape.
     *
     * @return whether it has been added; if not, nothing has
     */
    boolean addQuoted(String plain) {
        int length = plain.length();
        byte[] quoted = new byte[length + 2];
        quoted[0] = '"';
        for (int i = 0; i < length; i++) {
            char letter = plain.charAt(i);
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                return false;
            }
            quoted[i + 1] = (byte) letter;
        }
        quoted[length + 1] = '"';
        add(quoted);
        return true;
    }

    /** All of it. */
    public byte[] toByteArray() {
        byte[] text = new byte[size];
        int at = 0;
        for (int i = 0; i < count; i++) {
            byte[] piece = pieces[i];
            System.arraycopy(piece, 0, text, at, piece.length);
            at += piece.length;
        }
        return text;
    }
}
