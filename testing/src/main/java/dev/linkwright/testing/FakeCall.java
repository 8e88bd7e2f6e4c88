package dev.linkwright.testing;

import java.nio.file.FileSystemException;

import dev.linkwright.FailureDetails;
import dev.linkwright.path.PathRules;
import dev.linkwright.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/// One call of the system that is played: one step under the lock, and its refusal told as a failure of the seam.
final class FakeCall {
    private FakeCall() {}

    static <T extends @Nullable Object> T call(FakeMachine machine, FakePrimitive primitive, FailureDetails failing,
            Question<T> question) throws FileSystemException {
        machine.lock().lock();
        try {
            return question.ask();
        } catch (FakeRefusal refusal) {
            FailureDetails told = told(refusal, primitive.function(machine.rules()), failing);
            throw (machine.rules() == PathRules.WINDOWS ? advised(told) : told).toException();
        } finally {
            machine.lock().unlock();
        }
    }

    private static FailureDetails told(FakeRefusal refusal, String function, FailureDetails failing) {
        FailureDetails told = failing.withReason(refusal.reason());
        FakeCode code = refusal.code();
        if (code != null) {
            told = told.withCode(function, code.number(), code.symbol());
        }
        String remark = refusal.remark();
        if (remark != null) {
            told = told.withRemark(remark);
        }
        return told;
    }

    /// As the link system for Windows advises.
    private static FailureDetails advised(FailureDetails told) {
        return Win32Error.of(told.code()).flatMap(Win32Error::advice).map(told::withAdvice).orElse(told);
    }

    /// What has an answer.
    @FunctionalInterface
    interface Question<T extends @Nullable Object> {
        T ask() throws FakeRefusal;
    }

    /// What has none.
    @FunctionalInterface
    interface Action {
        void run() throws FakeRefusal;
    }
}
