"""A contender: epochs of a plain PyTorch loop over tensors that are prepared beforehand."""

import torch
from torch import nn

from answer_runs import answer_runs, worker_options
from row_files import read_rows


class Lstm(nn.Module):
    """Takes [187, rows, 1], each row from its end."""

    def __init__(self):
        super().__init__()
        self.first = nn.LSTM(1, 128)
        self.second = nn.LSTM(128, 64)
        self.dropout = nn.Dropout(0.1)
        self.dense = nn.Linear(64, 64)
        self.classes = nn.Linear(64, 5)

    def forward(self, x):
        sequence, _ = self.first(x)
        _, (last, _) = self.second(self.dropout(sequence))
        return self.classes(torch.relu(self.dense(self.dropout(last[0]))))


def build_cnn():
    """Takes [rows, 1, 187]. Normalization and its momentum as in Keras."""
    blocks, channels = [], 1
    for filters, kernel in ((64, 5), (128, 3), (64, 3)):
        blocks += [
            nn.Conv1d(channels, filters, kernel, padding=kernel // 2),
            nn.BatchNorm1d(filters, eps=1e-3, momentum=0.01),
            nn.Dropout(0.1),
            nn.ReLU(),
            nn.MaxPool1d(2),
        ]
        channels = filters
    dense = [nn.Linear(64 * 23, 96), nn.ReLU(), nn.Dropout(0.1), nn.Linear(96, 5)]
    return nn.Sequential(*blocks, nn.Flatten(), *dense)


options = worker_options()
torch.set_num_threads(options["threads"])
torch.manual_seed(0)
rows, labels = (torch.from_numpy(array) for array in read_rows(options["rows"]))
if options["model"] == "cnn":
    model, inputs, row_axis = build_cnn(), rows.transpose(1, 2).contiguous(), 0
else:
    model, inputs, row_axis = Lstm(), rows.transpose(0, 1).flip(0).contiguous(), 1
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, eps=1e-7, fused=True)
loss_function = nn.CrossEntropyLoss()


def run():
    model.train()
    loss_sum, right = 0.0, 0
    for chosen in torch.randperm(len(labels)).split(options["batch"]):
        wanted = labels[chosen]
        optimizer.zero_grad()
        logits = model(inputs.index_select(row_axis, chosen))
        loss = loss_function(logits, wanted)
        loss.backward()
        optimizer.step()
        loss_sum += loss.item() * len(chosen)
        right += (logits.argmax(-1) == wanted).sum().item()
    return {"loss": loss_sum / len(labels)}


# PyTorch's LSTM has a second bias vector, which adds nothing but a sum: it is not counted.
parameters = sum(p.numel() for name, p in model.named_parameters() if "bias_hh" not in name)
facts = {"parameters": parameters, "rows": len(labels)}
answer_runs({"facts": facts, "versions": {"torch": torch.__version__}, **run()}, run)
