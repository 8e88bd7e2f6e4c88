package dev.linkwright.cli;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

import dev.linkwright.win32.Kernel32Provider;

/// Finds out about this process what only Windows itself can tell.
final class WindowsCalls {
    private WindowsCalls() {}

    /// The first answer; empty where nobody has one.
    static <T> Optional<T> first(Function<Kernel32Provider, Optional<T>> question) {
        for (Kernel32Provider provider : ServiceLoader.load(
                Kernel32Provider.class, WindowsCalls.class.getClassLoader())) {
            Optional<T> answer = question.apply(provider);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }
}
