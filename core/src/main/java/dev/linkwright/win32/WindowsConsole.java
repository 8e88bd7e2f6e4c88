package dev.linkwright.win32;

import java.io.OutputStream;

/// A console of Windows behind one of the three standard streams of this process.
///
/// What is written to its stream as bytes is taken for text in the code page of the console, which lacks most
/// characters; a console itself takes 16-bit units.
public interface WindowsConsole {
    /// Shows text on the console, whatever its code page: takes UTF-8, of which what is malformed becomes U+FFFD. A failure
    /// is a [Win32Exception]. Not for several threads; closing it does nothing.
    OutputStream output();

    /// Whether it obeys the escape sequences for colours, or can be made to for as long as something is written.
    boolean hasColours();
}
