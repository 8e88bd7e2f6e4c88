package dev.linkwright;

import dev.linkwright.path.PathRules;

/// Texts of Windows that may lead out of this machine, or to a device: opening one hands the user's credentials to a
/// server, and may take a minute.
final class RemoteTexts {
    private static final int PREFIX = 4;

    private RemoteTexts() {}

    /// Whether a text must not be followed by somebody who only wants to know where it leads.
    static boolean leadToAnother(LinkSystem system, LinkTarget target) {
        PathRules rules = system.rules();
        if (rules != PathRules.WINDOWS) {
            return false;
        }
        String text = target.units();
        return switch (rules.form(text)) {
            case UNC, DEVICE -> true;
            case VERBATIM, NT -> {
                String rest = text.substring(Math.min(PREFIX, text.length()));
                yield !startsAtDrive(rest) || system.isRemoteDrive(rest.charAt(0));
            }
            case DRIVE_ABSOLUTE, DRIVE_RELATIVE -> system.isRemoteDrive(text.charAt(0));
            default -> false;
        };
    }

    private static boolean startsAtDrive(String text) {
        return text.length() > 1 && text.charAt(1) == ':' && Character.isLetter(text.charAt(0));
    }
}
