package luohu.service;

import java.util.Arrays;

/** Text in UTF-8 that grows at its end. */
public final class Utf8Text {

    private byte[] bytes;
    private int size;

    /**
     * @param expected how many bytes it will probably have
     */
    public Utf8Text(int expected) {
        this.bytes = new byte[expected];
    }

    /** Adds a piece of text. */
    public void add(byte[] piece) {
        int end = size + piece.length;
        if (end > bytes.length) {
            grow(end);
        }
        System.arraycopy(piece, 0, bytes, size, piece.length);
        size = end;
    }

    /** Adds a character of ASCII. */
    public void add(char letter) {
        if (size == bytes.length) {
            grow(size + 1);
        }
        bytes[size++] = (byte) letter;
    }

    /**
     * Adds a text in quotation marks, if JSON has it as it is: printable ASCII and nothing to escape.
     *
     * @return whether it has been added; if not, nothing has
     */
    boolean addQuoted(String plain) {
        int length = plain.length();
        if (size + length + 2 > bytes.length) {
            grow(size + length + 2);
        }
        int at = size;
        bytes[at++] = '"';
        for (int i = 0; i < length; i++) {
            char letter = plain.charAt(i);
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                return false;
            }
            bytes[at++] = (byte) letter;
        }
        bytes[at++] = '"';
        size = at;
        return true;
    }

    /** All of it. */
    public byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void grow(int needed) {
        bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
}
