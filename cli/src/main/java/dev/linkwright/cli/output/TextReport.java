package dev.linkwright.cli.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.FailureDetails;

/// Results as lines on stdout, sorted by path; failures as lines on stderr, at once.
public final class TextReport implements Report {

    private final Page page;
    private final Diagnostics diagnostics;
    private final List<Result> results = new ArrayList<>();

    /// Writes results to `page` and failures to `diagnostics`.
    public TextReport(Page page, Diagnostics diagnostics) {
        this.page = page;
        this.diagnostics = diagnostics;
    }

    @Override
    public void result(Result result) {
        results.add(result);
    }

    @Override
    public void failure(FailureDetails failure) {
        diagnostics.failure(failure);
    }

    @Override
    public void finish() throws IOException {
        if (results.size() > 1) {
            results.sort(ByPath.RESULTS);
        }
        for (int i = 0; i < results.size(); i++) {
            results.get(i).writeText(page);
        }
    }
}
